// SPDX-License-Identifier: Apache-2.0
#include "table.hpp"

#include "base/nearest.hpp"
#include "base/utf8.hpp"
#include "messages.hpp"
#include "text.hpp"

#include <array>

namespace tieuchi::cli {

std::string row_location(const std::string& name, std::size_t line, std::string_view column) {
    std::string where = name + ":" + std::to_string(line);
    if (!column.empty()) {
        where += ": ";
        where += column;
    }
    return where;
}

diagnostics byte_problems(const std::string& name, std::size_t line, std::string_view text) {
    diagnostics found;
    if (const std::size_t at = impl::utf8::first_invalid(text); at != std::string_view::npos) {
        const text_position bad = position_in(text, at);
        const std::string column = std::to_string(bad.column);
        found.push_back(problem(say<diag::row_not_utf8>(column), row_location(name, line + bad.line - 1)));
    }
    if (const std::size_t at = text.find('\0'); at != std::string_view::npos) {
        const text_position bad = position_in(text, at);
        const std::string column = std::to_string(bad.column);
        found.push_back(problem(say<diag::zero_byte>(column), row_location(name, line + bad.line - 1)));
    }
    return found;
}

diagnostics missing_keys(const std::string& name, std::size_t line, const subject& body) {
    diagnostics found;
    if (body.id.empty()) { found.push_back(problem(say<diag::row_without_id>(), row_location(name, line, id_column))); }
    if (body.kind.empty()) { found.push_back(problem(say<diag::row_without_kind>(), row_location(name, line, kind_column))); }
    return found;
}

known_names::known_names(std::set<std::string> names, bool ignore_others)
    : names_(std::move(names)), columns_(names_), ignore_others_(ignore_others) {
    for (const std::string_view key : {parent_column, level_column, rater_column}) { columns_.emplace(key); }
}

std::string known_names::help_for(std::string_view given) {
    std::string none = "no standard in force that day has such a fact";
    if (searches_left_ == 0) { return none; }
    --searches_left_;
    return impl::did_you_mean(given, columns_, none + "; --ignore-others passes over it");
}

bool known_names::passes_over(const std::string& given, bool has_parent) {
    if (!ignore_others_) { return false; }
    if (!has_parent && !impl::nearest(given, std::array{parent_column}).empty()) { return false; }
    ignored_.insert(given);
    return true;
}

std::string known_names::ignored_text() const {
    constexpr std::size_t most = 20;
    std::string text;
    std::size_t shown = 0;
    for (const std::string& name : ignored_) {
        if (shown++ == most) { return text + " and " + std::to_string(ignored_.size() - most) + " more\n"; }
        text += (text.empty() ? "ignored, as no standard in force that day has such facts: `" : ", `") +
                impl::utf8::shortened(name) + "`";
    }
    return text.empty() ? text : text + "\n";
}

} // namespace tieuchi::cli
