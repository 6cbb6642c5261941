/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of the GNU Scientific Library that NumericMethods uses. Inline vector access without
   range checks: every index is checked on the Swift side first. */
#ifndef STIKSTOF_CGSL_SHIM_H
#define STIKSTOF_CGSL_SHIM_H

#define HAVE_INLINE 1
#define GSL_RANGE_CHECK_OFF 1

#include <gsl/gsl_blas.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_fit.h>
#include <gsl/gsl_interp.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_min.h>
#include <gsl/gsl_multifit.h>
#include <gsl/gsl_multifit_nlinear.h>
#include <gsl/gsl_multimin.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_roots.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_version.h>

#endif
