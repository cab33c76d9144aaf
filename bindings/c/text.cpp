// SPDX-License-Identifier: Apache-2.0
#include "text.hpp"

#include "base/utf8.hpp"

#include <cstring>

namespace tieuchi::c {

std::string_view text_in(const char* text, const char* name) { return text_or_none(&needed(text, name), name); }

std::string_view text_or_none(const char* text, const char* name) {
    if (text == nullptr) { return {}; }
    const std::string_view whole = text;
    if (const auto at = impl::utf8::first_invalid(whole); at != std::string_view::npos) {
        throw refusal{TIEUCHI_INVALID_ARGUMENT, "`" + std::string(name) + "` is not UTF-8 at byte " + std::to_string(at)};
    }
    return whole;
}

date day_in(const char* text, const char* name) {
    const std::string_view written = text_in(text, name);
    if (const auto day = parse_date(written)) { return *day; }
    throw refusal{TIEUCHI_INVALID_ARGUMENT,
                  "`" + std::string(name) + "` is `" + std::string(written) + "`, which is no day",
                  {},
                  {},
                  "days look like 2022-11-15"};
}

void give_text(char*& at, std::size_t* length, std::string_view text) {
    at = new char[text.size() + 1]; // NOLINT(cppcoreguidelines-owning-memory): tieuchi_text_free deletes it
    std::memcpy(at, text.data(), text.size());
    at[text.size()] = '\0';
    if (length != nullptr) { *length = text.size(); }
}

std::vector<const char*> borrowed(const std::vector<std::string>& texts) {
    std::vector<const char*> all;
    all.reserve(texts.size());
    for (const auto& one : texts) { all.push_back(one.c_str()); }
    return all;
}

} // namespace tieuchi::c

// NOLINTNEXTLINE(readability-non-const-parameter): it is given back
void tieuchi_text_free(char* text) { delete[] text; } // NOLINT(cppcoreguidelines-owning-memory)
