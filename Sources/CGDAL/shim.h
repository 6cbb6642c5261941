/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of GDAL that GeodataFiles uses. */
#ifndef STIKSTOF_CGDAL_SHIM_H
#define STIKSTOF_CGDAL_SHIM_H

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_recordbatch.h>
#include <ogr_srs_api.h>

#endif
