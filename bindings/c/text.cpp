// SPDX-License-Identifier: Apache-2.0
#include "text.hpp"

#include "base/utf8.hpp"

#include <cstring>

namespace tieuchi::c {

namespace {

[[nodiscard]] std::string_view checked(std::string_view text, const char* name) {
    if (const auto position = impl::utf8::first_invalid(text); position != std::string_view::npos) {
        throw refusal{TIEUCHI_INVALID_ARGUMENT, "`" + std::string(name) + "` is not UTF-8 at byte " + std::to_string(position)};
    }
    return text;
}

} // namespace

std::string_view text_in(const char* text, const char* name) { return checked(&needed(text, name), name); }

std::string_view text_or_none(const char* text, const char* name) {
    return text == nullptr ? std::string_view() : checked(text, name);
}

std::string_view text_of(const char* text, std::size_t length, const char* name) {
    if (length == 0) { return {}; }
    const std::string_view view(&needed(text, name), length);
    if (const auto position = view.find('\0'); position != std::string_view::npos) {
        throw refusal{TIEUCHI_INVALID_ARGUMENT,
                      "`" + std::string(name) + "` holds a zero byte at byte " + std::to_string(position) + " of " +
                          std::to_string(length),
                      {},
                      {},
                      "give the length up to it, or leave it out"};
    }
    return checked(view, name);
}

texts_in::texts_in(std::int32_t has_lengths) : has_lengths_(has_lengths == 1) {
    if (has_lengths != 0 && has_lengths != 1) {
        throw refusal{TIEUCHI_INVALID_ARGUMENT, "`has_lengths` is " + std::to_string(has_lengths) + ", neither 0 nor 1"};
    }
}

std::string_view texts_in::operator()(const char* text, std::size_t length, const char* name) const {
    return or_none(&needed(text, name), length, name);
}

std::string_view texts_in::or_none(const char* text, std::size_t length, const char* name) const {
    if (text == nullptr || !has_lengths_) { return text_or_none(text, name); }
    return text_of(text, length, name);
}

void check_reserved(std::int32_t reserved) {
    if (reserved != 0) {
        throw refusal{TIEUCHI_INVALID_ARGUMENT,
                      "`reserved` is " + std::to_string(reserved) + ", which means nothing to this version",
                      {},
                      {},
                      "set it to 0"};
    }
}

void check_reserved(const void* reserved) {
    if (reserved != nullptr) {
        throw refusal{
            TIEUCHI_INVALID_ARGUMENT, "`reserved` is a pointer, which means nothing to this version", {}, {}, "set it to NULL"};
    }
}

date day_in(std::string_view text, const char* name) {
    if (const auto day = parse_date(text)) { return *day; }
    throw refusal{TIEUCHI_INVALID_ARGUMENT,
                  "`" + std::string(name) + "` is `" + std::string(text) + "`, which is no day",
                  {},
                  {},
                  "days look like 2022-11-15"};
}

void give_text(char*& output, std::size_t* length, std::string_view text) {
    output = new char[text.size() + 1]; // NOLINT(cppcoreguidelines-owning-memory): tieuchi_text_free deletes it
    std::memcpy(output, text.data(), text.size());
    output[text.size()] = '\0';
    if (length != nullptr) { *length = text.size(); }
}

std::vector<const char*> borrowed(const std::vector<std::string>& texts) {
    std::vector<const char*> pointers;
    pointers.reserve(texts.size());
    for (const auto& text : texts) { pointers.push_back(text.c_str()); }
    return pointers;
}

} // namespace tieuchi::c

size_t tieuchi_text_length(const char* text) { return text == nullptr ? 0 : std::strlen(text); }

// NOLINTNEXTLINE(readability-non-const-parameter): it is deleted
void tieuchi_text_free(char* text) { delete[] text; } // NOLINT(cppcoreguidelines-owning-memory)
