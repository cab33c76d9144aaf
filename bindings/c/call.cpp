// SPDX-License-Identifier: Apache-2.0
#include "call.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace tieuchi::c {

namespace {

/// As much of a text as there is room for, cut between code points.
template <std::size_t Room>
void put(char (&to)[Room], std::string_view text) noexcept { // NOLINT(modernize-avoid-c-arrays): of a struct of C
    std::size_t bytes = std::min(text.size(), Room - 1);
    if (bytes < text.size()) {
        while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) { --bytes; }
    }
    std::memcpy(to, text.data(), bytes);
    to[bytes] = '\0';
}

[[nodiscard]] std::string where_of(const diagnostic& one) {
    if (!one.origin) { return one.where; }
    const text_position at = one.origin->position_of(one.at.begin);
    return one.origin->name() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

} // namespace

refusal refusal_for(tieuchi_status status, const diagnostics& problems) {
    const auto first = std::find_if(problems.begin(), problems.end(), [](const diagnostic& one) { return one.is_error(); });
    if (first == problems.end()) { return {status, "refused"}; }
    return {status, first->message, first->code, where_of(*first), first->help};
}

tieuchi_status succeed(tieuchi_error* error) noexcept {
    if (error == nullptr) { return TIEUCHI_OK; }
    error->status = TIEUCHI_OK;
    error->code[0] = error->where[0] = error->message[0] = error->help[0] = '\0';
    std::memset(error->reserved, 0, sizeof error->reserved);
    return TIEUCHI_OK;
}

tieuchi_status fail(tieuchi_error* error, tieuchi_status status, const char* message) noexcept {
    succeed(error);
    if (error != nullptr) {
        error->status = status;
        put(error->message, message);
    }
    return status;
}

tieuchi_status fail(tieuchi_error* error, const refusal& why) noexcept {
    succeed(error);
    if (error != nullptr) {
        error->status = why.status;
        put(error->code, why.code);
        put(error->where, why.where);
        put(error->message, why.message);
        put(error->help, why.help);
    }
    return why.status;
}

} // namespace tieuchi::c
