/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STIKSTOF_CXLSX_SHIM_H
#define STIKSTOF_CXLSX_SHIM_H

#include <xlsxwriter.h>

#endif
