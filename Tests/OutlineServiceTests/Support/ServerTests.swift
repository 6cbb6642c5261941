// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// The tests that ask a server, one after the other: while it waits for an answer, URLSession on
/// Linux keeps a core busy, and many at once starve the servers they wait for.
@Suite(.serialized) enum ServerTests {}
