// SPDX-License-Identifier: Apache-2.0
/// \file
/// How the library is built: its version, the namespace that keeps versions apart, visibility of its symbols.
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

/// Each minor version has an inline namespace of its own, and another one when it is compiled in by <tieuchi/src.hpp>. So two of them can
/// live in one process, and code for one does not link with the other.
///
/// A program that links the library must define TIEUCHI_LINKED, and TIEUCHI_SHARED as well if the library is shared; the CMake target and
/// pkg-config do so.
#if defined(TIEUCHI_LINKED)
#define TIEUCHI_NAMESPACE tieuchi::inline v0_1
#else
#define TIEUCHI_NAMESPACE tieuchi::inline v0_1_source
#endif

/// Marks what a shared library exports. Otherwise it is as visible as the program's own code is by its flags.
#if defined(TIEUCHI_SHARED) && defined(__GNUC__)
#define TIEUCHI_API __attribute__((visibility("default")))
#else
#define TIEUCHI_API
#endif
