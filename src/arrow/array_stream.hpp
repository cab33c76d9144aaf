// SPDX-License-Identifier: Apache-2.0
/// \file
/// Streams of arrays: exporting ours, and the errors of those that we are given.
#pragma once

#include "arrow/array_builder.hpp"

#include <tieuchi/arrow.hpp>
#include <tieuchi/diagnostic.hpp>

#include <memory>

namespace TIEUCHI_NAMESPACE::impl::arrow {

/// Produces arrays on demand.
class array_source {
public:
    array_source() = default;
    array_source(const array_source&) = delete;
    array_source(array_source&&) = delete;
    array_source& operator=(const array_source&) = delete;
    array_source& operator=(array_source&&) = delete;
    virtual ~array_source() = default;

    [[nodiscard]] virtual schema_builder schema() const = 0;
    /// The next array; `to` stays as it is, released, when there is none.
    [[nodiscard]] virtual diagnostics next(ArrowArray& to) = 0;
};

/// Exports a source as a stream, which owns it.
void show(std::unique_ptr<array_source> from, ArrowArrayStream& to);

/// The error that a stream reports.
[[nodiscard]] diagnostics stream_failed(ArrowArrayStream& stream, int code);

} // namespace TIEUCHI_NAMESPACE::impl::arrow
