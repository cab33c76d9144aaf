// SPDX-License-Identifier: Apache-2.0
/// \file
/// How the library is built: visibility of its symbols and its version.
#pragma once

#define TIEUCHI_VERSION_MAJOR 0
#define TIEUCHI_VERSION_MINOR 1
#define TIEUCHI_VERSION_PATCH 0
#define TIEUCHI_VERSION "0.1.0"

// Said here, in a clear sentence, rather than answered in a wrong way: what is worked out is held in 128 bits, and columns are read a machine
// word at a time.
#if !defined(__SIZEOF_INT128__) || !defined(__SIZEOF_POINTER__) || __SIZEOF_POINTER__ != 8
#error "tieuchi needs a 64-bit machine and a compiler with 128-bit integers: see `Supported platforms` in README.md"
#endif
#if !defined(__BYTE_ORDER__) || __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "tieuchi needs a little-endian machine, such as x86-64 or ARM64: see `Supported platforms` in README.md"
#endif

/// Marks what a shared build of the library exports. Header-first use needs no marking, and it does no harm there.
#if defined(__GNUC__)
#define TIEUCHI_API __attribute__((visibility("default")))
#else
#define TIEUCHI_API
#endif
