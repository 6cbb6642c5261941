/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The streaming part of libxml2 that NitrogenData uses. Its headers pull in ICU, which clashes with
   Foundation, unless it is switched off between the version and the parser. */
#ifndef STIKSTOF_CXML_SHIM_H
#define STIKSTOF_CXML_SHIM_H

#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>

#endif
