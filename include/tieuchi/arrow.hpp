// SPDX-License-Identifier: Apache-2.0
/// \file
/// The structs of the Arrow C data and C stream interfaces, as their specification gives them, so that nothing of Arrow need be installed.
/// Another copy of them may be included before or after.
///
/// Each struct has an owner, who calls `release` once when done and must not use it afterwards; a struct whose `release` is null is
/// released, or was moved elsewhere. What a struct points at is read-only, and lives until it is released.
#pragma once

#include <stdint.h> // NOLINT(modernize-deprecated-headers): as the specification has it

extern "C" {

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

/// The type of an array: its format as a string, and the schemas of its children.
struct ArrowSchema {
    const char* format;
    const char* name;
    const char* metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema** children;
    struct ArrowSchema* dictionary;
    void (*release)(struct ArrowSchema*);
    void* private_data;
};

/// An array: `length` elements from `offset` on, of the buffers that its format asks for.
struct ArrowArray {
    int64_t length;
    int64_t null_count; ///< -1: not counted
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void** buffers;
    struct ArrowArray** children;
    struct ArrowArray* dictionary;
    void (*release)(struct ArrowArray*);
    void* private_data;
};

#endif

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

/// Arrays of one type, one after another. The functions return 0, or an errno; `get_next` gives a released array at the end.
struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
    int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
    const char* (*get_last_error)(struct ArrowArrayStream*);
    void (*release)(struct ArrowArrayStream*);
    void* private_data;
};

#endif

} // extern "C"
