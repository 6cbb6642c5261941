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

static void stikstof_ignore_words(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

static void stikstof_ignore_error(void *context, xmlErrorPtr error) {
  (void)context;
  (void)error;
}

/* Keeps libxml2 from printing what it does not tell a parser's own handler, such as bytes that do
   not fit their encoding. It keeps its handlers by thread. The first one has "..." and cannot be
   written in Swift. */
static inline void stikstof_keep_xml_quiet(void) {
  xmlSetGenericErrorFunc(NULL, stikstof_ignore_words);
  xmlSetStructuredErrorFunc(NULL, stikstof_ignore_error);
}

#endif
