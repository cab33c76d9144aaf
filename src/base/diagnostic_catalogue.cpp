// SPDX-License-Identifier: Apache-2.0
// Definitions of diagnostic_catalogue.hpp.
#include "base/diagnostic_catalogue.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace TIEUCHI_NAMESPACE::impl {

namespace {

[[nodiscard]] std::string filled(std::string_view text, const part_names& names, std::initializer_list<std::string> parts) {
    std::string out;
    std::size_t done = 0;
    for (text_part part = find_part(text, 0); part.begin != std::string_view::npos; part = find_part(text, part.end)) {
        out += text.substr(done, part.begin - done);
        out += parts.begin()[names.position_of(part.name)];
        done = part.end;
    }
    return out += text.substr(done);
}

/// Codes are what the public sees: of the diagnostics that share one, either all may follow from another problem or none may.
[[nodiscard]] constexpr bool codes_agree() {
    std::array<std::array<bool, 2000>, 2> seen{}; // by `consequence`; errors, then warnings
    for (const auto& entry : diagnostic_entries) {
        std::size_t number = entry.code[0] == 'W' ? 1 : 0;
        for (const char digit : entry.code.substr(1)) { number = number * 10 + static_cast<std::size_t>(digit - '0'); }
        const std::size_t follows = entry.follows == consequence::may_follow ? 1 : 0;
        if (seen[1 - follows][number]) { return false; }
        seen[follows][number] = true;
    }
    return true;
}
static_assert(codes_agree());

} // namespace

remark fill_in(diag name, std::initializer_list<std::string> parts) {
    const diagnostic_entry& entry = diagnostic_entries[static_cast<std::size_t>(name)];
    const part_names names = parts_of(entry);
    assert(names.count == parts.size());
    return {entry.code, filled(entry.message, names, parts), filled(entry.help, names, parts), name, parts};
}

bool may_follow(std::string_view code) {
    return std::any_of(diagnostic_entries.begin(), diagnostic_entries.end(), [&](const diagnostic_entry& entry) {
        return entry.code == code && entry.follows == consequence::may_follow;
    });
}

} // namespace TIEUCHI_NAMESPACE::impl
