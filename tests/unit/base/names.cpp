// SPDX-License-Identifier: Apache-2.0
// What is a name, and the form in which names are compared.
#include "base/names.hpp"

#include "support/catch.hpp"
#include "support/cpu_time.hpp"

#include <random>
#include <string>

namespace test_names {

namespace {

namespace names = tieuchi::impl::names;
namespace utf8 = tieuchi::impl::utf8;
using sort = names::fault::sort;
using tieuchi_tests::is_linear;

std::string text_of(char32_t value) {
    std::string made;
    utf8::append(made, value);
    return made;
}

constexpr bool is_surrogate(char32_t value) { return value >= 0xD800 && value <= 0xDFFF; }

} // namespace

TEST_CASE("a name of visible ASCII is known for one at a glance") {
    std::mt19937 random(7); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same each time
    for (int i = 0; i < 200'000; ++i) {
        std::string text(random() % 20, 'x');
        for (char& one : text) { one = static_cast<char>(random() % 8 == 0 ? random() % 256 : ' ' + random() % 95); }
        bool plain = text.empty() || (text.front() != ' ' && text.back() != ' ');
        for (const char one : text) { plain = plain && one >= ' ' && one <= '~'; }
        if (names::is_plain(text) != plain) { FAIL_CHECK("`" << utf8::printable(text) << "`"); }
        if (plain && names::fault_of(text)) { FAIL_CHECK("`" << text << "`"); }
    }
}

TEST_CASE("what shows nothing is no part of a name: all that Unicode calls so") {
    for (char32_t value = 0; value <= 0x10FFFF; ++value) {
        if (is_surrogate(value)) { continue; }
        const auto* const known = utf8proc_get_property(static_cast<utf8proc_int32_t>(value));
        const auto category = known->category;
        const bool shows_nothing = known->ignorable || category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_ZL ||
                                   category == UTF8PROC_CATEGORY_ZP;
        const bool is_blank = category == UTF8PROC_CATEGORY_ZS && value != ' ';
        const auto found = names::fault_of("a" + text_of(value) + "b");
        if (shows_nothing && (!found || found->what != sort::hidden)) { FAIL_CHECK(utf8::code_point_name(value)); }
        if (is_blank && (!found || found->what != sort::blank)) { FAIL_CHECK(utf8::code_point_name(value)); }
        const bool written = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO && !known->ignorable;
        if (written && found) { FAIL_CHECK(utf8::code_point_name(value)); }
    }
}

TEST_CASE("what is surely composed is") {
    for (char32_t value = 0; value <= 0x10FFFF; ++value) {
        if (is_surrogate(value) || !names::is_surely_composed(text_of(value))) { continue; }
        const std::string after_a = "a" + text_of(value); // neither it nor anything with the letter before it becomes another
        if (names::mapped(after_a, UTF8PROC_STABLE | UTF8PROC_COMPOSE) != after_a) { FAIL_CHECK(utf8::code_point_name(value)); }
    }
    CHECK(!names::is_surely_composed("o\u0302"));
    CHECK(!names::is_surely_composed("\u212B"));
}

TEST_CASE("names are compared in normal form C") {
    CHECK(names::composed("Ho\u0302\u0300") == "H\u1ED3");
    CHECK(names::composed("H\u00F4\u0300") == "H\u1ED3");
    CHECK(names::composed("B\u0103\u0301c Ninh") == "B\u1EAFc Ninh");
    CHECK(names::composed("xa\u0303") == "xã");
    CHECK(names::composed("\uAC00") == names::composed("\u1100\u1161"));
    CHECK(names::composed("124/2021/TT-BCA") == "124/2021/TT-BCA");
    CHECK(names::composed("").empty());
    CHECK(names::composed("a\xFF") == "a\xFF");
    CHECK(names::folded("KHO\u0302NG") == "không");
    CHECK(names::folded("Co\u0301") == "có");
}

TEST_CASE("what keeps a text from being a name is told with its place") {
    const auto fault = [](std::string_view text) {
        const auto found = names::fault_of(text);
        return found ? std::to_string(found->at) + " " + found->text() : "none";
    };
    CHECK(fault("A\u200B-1") == "1 the hidden character U+200B");
    CHECK(fault("\uFEFFA-1") == "0 the hidden character U+FEFF");
    CHECK(fault("xã\u00AD") == "3 the hidden character U+00AD");
    CHECK(fault(std::string_view("A\0", 2)) == "1 the hidden character U+0000");
    CHECK(fault("A\t1") == "1 the hidden character U+0009");
    CHECK(fault("A\u00A01") == "1 the blank U+00A0");
    CHECK(fault(" A") == "0 a blank at its beginning");
    CHECK(fault("A ") == "1 a blank at its end");
    CHECK(fault("A 1") == "none");
    CHECK(fault("\xC3") == "0 a byte that is not UTF-8");
    CHECK(fault("Hồ") == "none");
}

TEST_CASE("marks without end are no name, and cost nothing") {
    const auto refuse = [](std::size_t marks) {
        std::string text = "a";
        for (std::size_t i = 0; i < marks; ++i) {
            text += i % 2 == 0 ? "\u0301" : "\u0323";
        } // out of order, each before the next
        const auto found = names::fault_of(text);
        REQUIRE(found);
        CHECK(found->text() == "more than 30 marks on one letter");
        CHECK(names::composed(text) == text);
        CHECK(names::folded(text) == text);
    };
    CHECK(is_linear(refuse, 25'000));
}

} // namespace test_names
