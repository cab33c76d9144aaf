// SPDX-License-Identifier: Apache-2.0
/// \file
/// What all passes of the check have in common.
#pragma once

#include "check/scope.hpp"

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::check {

/// A pass over the rules. Its constructor says which other passes it uses. What it finds goes into the shared scope, problems into the sink.
class pass {
public:
    pass(const pass&) = delete;
    pass(pass&&) = delete;
    pass& operator=(const pass&) = delete;
    pass& operator=(pass&&) = delete;

protected:
    explicit pass(shared_scope& shared) : shared_(shared) {}
    ~pass() = default;

    void error(const syntax::tree& file, span at, remark what) { shared_.sink.error(file, at, std::move(what)); }
    void warn(const syntax::tree& file, span at, remark what) { shared_.sink.warn(file, at, std::move(what)); }
    [[nodiscard]] bool has_errors() const { return shared_.sink.has_errors(); }
    [[nodiscard]] bool is_full(const syntax::tree& file) const { return shared_.sink.is_full(file); }
    [[nodiscard]] bool is_reported(const syntax::tree& file, span at) const { return shared_.sink.is_reported(file, at); }
    void spend(std::size_t parts) { shared_.budget.spend(parts); }
    [[nodiscard]] bool is_spent(const syntax::tree& file, span at) { return shared_.budget.is_spent(file, at); }

    [[nodiscard]] document_scope* document_named(std::string_view number) { return shared_.document_named(number); }
    void report_unknown_document(const syntax::tree& file, const syntax::literal& number) {
        shared_.report_unknown_document(file, number);
    }
    [[nodiscard]] const neighbourhood& beside(const standard_scope& standard) const { return shared_.beside(standard); }
    [[nodiscard]] const std::vector<standard_scope*>& versions_of(std::string_view name) const {
        return shared_.versions_of(name);
    }

    shared_scope& shared_; // NOLINT(cppcoreguidelines-non-private-member-variables-in-classes): passes are made of it
};

} // namespace TIEUCHI_NAMESPACE::impl::check
