// SPDX-License-Identifier: Apache-2.0
/// \file
/// Calls from C: no exception escapes, and invalid arguments are refused.
#pragma once

#include "tieuchi.h"

#include <tieuchi/diagnostic.hpp>

#include <cstddef>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <utility>

namespace tieuchi::c {

/// Thrown within the binding only, to make the call fail with these details.
struct refusal {
    tieuchi_status status = TIEUCHI_INVALID_ARGUMENT;
    std::string message{};
    std::string code{};
    std::string where{};
    std::string help{};
};

/// The first error among the problems, as the reason why a call fails.
[[nodiscard]] refusal refusal_for(tieuchi_status status, const diagnostics& problems);

/// These write into `error` unless it is NULL, and return the status.
tieuchi_status succeed(tieuchi_error* error) noexcept;
tieuchi_status fail(tieuchi_error* error, tieuchi_status status, const char* message) noexcept;
tieuchi_status fail(tieuchi_error* error, const refusal& reason) noexcept;

/// Runs the body of a C function, turning exceptions into a status.
template <class Body>
tieuchi_status guarded(tieuchi_error* error, Body&& body) noexcept {
    try {
        std::forward<Body>(body)();
        return succeed(error);
    } catch (const refusal& reason) { return fail(error, reason); } catch (const std::bad_alloc&) {
        return fail(error, TIEUCHI_OUT_OF_MEMORY, "out of memory");
    } catch (const std::length_error&) {
        return fail(error, TIEUCHI_OUT_OF_MEMORY, "size too large");
    } catch (const std::exception& exception) { return fail(error, TIEUCHI_INTERNAL, exception.what()); } catch (...) {
        return fail(error, TIEUCHI_INTERNAL, "a callback threw something");
    }
}

/// The object an argument points to; NULL is refused.
template <class T>
T& needed(T* argument, const char* name) {
    if (argument == nullptr) { throw refusal{TIEUCHI_INVALID_ARGUMENT, "`" + std::string(name) + "` is NULL"}; }
    return *argument;
}

/// Refuses an index that is out of range.
inline void check_index(std::size_t count, std::size_t index, const char* name) {
    if (index >= count) {
        throw refusal{TIEUCHI_INVALID_ARGUMENT, "`" + std::string(name) + "` is " + std::to_string(index) +
                                                    ", but there are only " + std::to_string(count)};
    }
}

/// An element by index; refused if out of range.
template <class List>
auto& element(List& list, std::size_t index, const char* name) {
    check_index(list.size(), index, name);
    return list[index];
}

/// The output argument for a handle or a text, NULL until it is set.
template <class T>
[[nodiscard]] T*& place_for(T** out) {
    needed(out, "out") = nullptr;
    return *out;
}

/// Lends the list that `list()` returns: sets its first element, NULL until then, and its length.
template <class T, class List>
tieuchi_status lend(const T** first, const char* name, std::size_t* count, tieuchi_error* error, const List& list) noexcept {
    return guarded(error, [&] {
        needed(first, name) = nullptr;
        needed(count, "count") = 0;
        const auto& elements = list();
        *first = elements.data();
        *count = elements.size();
    });
}

/// Makes a handle that the caller owns.
template <class T, class... Arguments>
void make(T*& handle, Arguments&&... arguments) {
    handle = std::make_unique<T>(T{std::forward<Arguments>(arguments)...}).release();
}

} // namespace tieuchi::c
