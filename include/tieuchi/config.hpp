// SPDX-License-Identifier: Apache-2.0
/// \file
/// How the library is built: visibility of its symbols and its version.
#pragma once

#define TIEUCHI_VERSION_MAJOR 0
#define TIEUCHI_VERSION_MINOR 1
#define TIEUCHI_VERSION_PATCH 0
#define TIEUCHI_VERSION "0.1.0"

/// Marks what a shared build of the library exports. Header-first use needs no marking, and it does no harm there.
#if defined(__GNUC__)
#define TIEUCHI_API __attribute__((visibility("default")))
#else
#define TIEUCHI_API
#endif
