// SPDX-License-Identifier: Apache-2.0
/// \file
/// Every problem of rules, of data and of the command line, by name: `diagnostics.inc` holds the texts.
///
///     report(file, at, say<diag::unknown_clause>(standard, clause).with_help(did_you_mean(clause, known)));
#pragma once

#include <tieuchi/diagnostic.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl {

/// A diagnostic of the catalogue. Several may share one code, which is what the public knows.
enum class diag : std::uint16_t {
#define TIEUCHI_DIAGNOSTIC(name, code, follows, message, help) name,
#include "base/diagnostics.inc"
#undef TIEUCHI_DIAGNOSTIC
};

/// Whether a diagnostic may merely follow from text that could not be read.
enum class consequence : std::uint8_t { alone, may_follow };

struct diagnostic_entry {
    std::string_view code;
    consequence follows;
    std::string_view message; ///< with parts to be filled in, as `{name}`
    std::string_view help;    ///< the same; empty where there is none, or where it depends
};

inline constexpr std::size_t diagnostic_count = 0
#define TIEUCHI_DIAGNOSTIC(name, code, follows, message, help) +1 // NOLINT(bugprone-macro-parentheses)
#include "base/diagnostics.inc"
#undef TIEUCHI_DIAGNOSTIC
    ;

/// By `diag`. The size is counted, as Clang does not deduce it for so many elements.
inline constexpr std::array<diagnostic_entry, diagnostic_count> diagnostic_entries{{
#define TIEUCHI_DIAGNOSTIC(name, code, follows, message, help) {#code, consequence::follows, message, help},
#include "base/diagnostics.inc"
#undef TIEUCHI_DIAGNOSTIC
}};

/// The next `{name}` of a text.
struct text_part {
    std::size_t begin = std::string_view::npos;
    std::size_t end = 0;
    std::string_view name;
};

/// A brace without a name and a closing brace after it is plain text.
[[nodiscard]] constexpr text_part find_part(std::string_view text, std::size_t from) {
    for (std::size_t at = text.find('{', from); at != std::string_view::npos; at = text.find('{', at + 1)) {
        std::size_t end = at + 1;
        while (end < text.size() && ((text[end] >= 'a' && text[end] <= 'z') || text[end] == '_')) { ++end; }
        if (end > at + 1 && end < text.size() && text[end] == '}') { return {at, end + 1, text.substr(at + 1, end - at - 1)}; }
    }
    return {};
}

/// The names of the parts of an entry, in the order in which message and help first name them.
struct part_names {
    static constexpr std::size_t most = 8;
    std::array<std::string_view, most> names{};
    std::size_t count = 0;

    [[nodiscard]] constexpr std::size_t position_of(std::string_view name) const {
        std::size_t at = 0;
        while (at < count && names[at] != name) { ++at; }
        return at;
    }
};

[[nodiscard]] constexpr part_names parts_of(const diagnostic_entry& entry) {
    part_names found;
    for (const std::string_view text : {entry.message, entry.help}) {
        for (text_part part = find_part(text, 0); part.begin != std::string_view::npos; part = find_part(text, part.end)) {
            const std::size_t at = found.position_of(part.name);
            if (at == found.count) { found.names[found.count++] = part.name; }
        }
    }
    return found;
}

/// The code that the public knows, such as `E203`.
template <diag name>
inline constexpr std::string_view code_of = diagnostic_entries[static_cast<std::size_t>(name)].code;

/// Whether a problem has the code of that diagnostic.
template <diag name>
[[nodiscard]] bool is(const diagnostic& problem) {
    return problem.code == code_of<name>;
}

/// Whether a problem is that diagnostic, and not merely one of the same code.
template <diag name>
[[nodiscard]] bool says(const diagnostic& problem) {
    return problem.entry == static_cast<std::uint16_t>(name) && is<name>(problem);
}

/// What is wrong, without where: a diagnostic of the catalogue with its parts filled in.
struct remark {
    std::string_view code; ///< of the catalogue
    std::string message;
    std::string help;
    diag entry{};
    std::vector<std::string> parts = {};

    /// With a help that depends on more than the parts.
    [[nodiscard]] remark with_help(std::string text) && {
        help = std::move(text);
        return std::move(*this);
    }
};

/// The parts are in the order of `parts_of`. Exported for the command line and the bindings, which report from the same catalogue.
[[nodiscard]] TIEUCHI_API remark fill_in(diag name, std::initializer_list<std::string> parts);

/// Whether problems of that code may merely follow from text that could not be read.
[[nodiscard]] bool may_follow(std::string_view code);

[[nodiscard]] inline std::string part_text(std::string_view text) { return std::string(text); }
template <std::integral Number>
[[nodiscard]] std::string part_text(Number number) {
    return std::to_string(number);
}

/// The parts in the order in which message and help first name them.
template <diag name, class... Parts>
[[nodiscard]] remark say(const Parts&... parts) {
    static_assert(parts_of(diagnostic_entries[static_cast<std::size_t>(name)]).count == sizeof...(Parts),
                  "as many parts as base/diagnostics.inc names for this diagnostic");
    return fill_in(name, {part_text(parts)...});
}

/// A problem in a rule file. Codes of warnings begin with `W`.
[[nodiscard]] inline diagnostic problem(remark what, source_ptr origin, span at) {
    diagnostic found;
    found.code = what.code;
    found.severity = what.code.starts_with('W') ? severity::warning : severity::error;
    found.message = std::move(what.message);
    found.help = std::move(what.help);
    found.entry = static_cast<std::uint16_t>(what.entry);
    found.parts = std::move(what.parts);
    found.origin = std::move(origin);
    found.at = at;
    return found;
}

/// A problem in data, files or options: `where` as in `diagnostic::where`.
[[nodiscard]] inline diagnostic problem(remark what, std::string where = {}) {
    diagnostic found = problem(std::move(what), nullptr, {});
    found.where = std::move(where);
    return found;
}

} // namespace TIEUCHI_NAMESPACE::impl
