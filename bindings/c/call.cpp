// SPDX-License-Identifier: Apache-2.0
#include "call.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace tieuchi::c {

namespace {

/// Copies as much of a text as fits, cut between code points.
template <std::size_t Room>
void put(char (&buffer)[Room], std::string_view text) noexcept { // NOLINT(modernize-avoid-c-arrays): of a struct of C
    std::size_t bytes = std::min(text.size(), Room - 1);
    if (bytes < text.size()) {
        while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) { --bytes; }
    }
    std::memcpy(buffer, text.data(), bytes);
    buffer[bytes] = '\0';
}

[[nodiscard]] std::string where_of(const diagnostic& problem) {
    if (!problem.origin) { return problem.where; }
    const text_position position = problem.origin->position_of(problem.at.begin);
    return problem.origin->name() + ":" + std::to_string(position.line) + ":" + std::to_string(position.column);
}

} // namespace

refusal refusal_for(tieuchi_status status, const diagnostics& problems) {
    const auto first =
        std::find_if(problems.begin(), problems.end(), [](const diagnostic& problem) { return problem.is_error(); });
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

tieuchi_status fail(tieuchi_error* error, const refusal& reason) noexcept {
    succeed(error);
    if (error != nullptr) {
        error->status = reason.status;
        put(error->code, reason.code);
        put(error->where, reason.where);
        put(error->message, reason.message);
        put(error->help, reason.help);
    }
    return reason.status;
}

} // namespace tieuchi::c
