// SPDX-License-Identifier: Apache-2.0
/// \file
/// The subjects of a population, whether they are held by rows or by columns.
#pragma once

#include "base/diagnostic_catalogue.hpp"
#include "base/names.hpp"

#include <tieuchi/diagnostic.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace TIEUCHI_NAMESPACE::impl::population {

/// What is known of a subject beside its facts. Names are as they are compared.
struct subject_record {
    std::string_view id;
    std::string_view parent; ///< empty: none
    std::string_view rater;
    bool parent_known = true;
    bool readable = true; ///< false: it is refused already
};

class subject_source {
public:
    subject_source() = default;
    subject_source(const subject_source&) = delete;
    subject_source(subject_source&&) = delete;
    subject_source& operator=(const subject_source&) = delete;
    subject_source& operator=(subject_source&&) = delete;
    virtual ~subject_source() = default;

    [[nodiscard]] virtual std::size_t size() const noexcept = 0;
    [[nodiscard]] virtual subject_record at(std::size_t subject) const = 0;
    /// Where the host has it, for messages; may be empty.
    [[nodiscard]] virtual std::string location(std::size_t subject) const = 0;
};

/// Called with the reason why a subject is refused.
using refusal = std::function<void(std::size_t subject, diagnostic why)>;

/// A problem of a subject, said to be in `column`.
[[nodiscard]] diagnostic problem_with(const subject_source& subjects, std::size_t subject, std::string_view column, remark what);
/// The same for a problem that was found elsewhere.
[[nodiscard]] diagnostic problem_with(const subject_source& subjects, std::size_t subject, std::string_view column,
                                      diagnostic why);

/// An invalid name of a subject.
struct misnomer {
    std::string_view column; ///< `id`, …
    names::fault why;
};

[[nodiscard]] diagnostic problem_with(const subject_source& subjects, std::size_t subject, const misnomer& name);

} // namespace TIEUCHI_NAMESPACE::impl::population
