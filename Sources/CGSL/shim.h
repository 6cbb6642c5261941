/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of the GNU Scientific Library that NumericMethods uses. Inline vector access without
   range checks: every index is checked on the Swift side first. */
#ifndef STIKSTOF_CGSL_SHIM_H
#define STIKSTOF_CGSL_SHIM_H

#define HAVE_INLINE 1
#define GSL_RANGE_CHECK_OFF 1

#include <gsl/gsl_errno.h>
#include <gsl/gsl_fit.h>
#include <gsl/gsl_version.h>

#endif
