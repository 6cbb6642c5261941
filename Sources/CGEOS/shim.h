// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef STIKSTOF_CGEOS_SHIM_H
#define STIKSTOF_CGEOS_SHIM_H
#include <geos_c.h>
#endif
