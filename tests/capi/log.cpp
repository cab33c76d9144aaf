// SPDX-License-Identifier: Apache-2.0
// The log, told to a function of the host.
#include "handles.hpp"

#include <utility>

namespace test_log {

namespace {

using namespace tests::c;
using lines = std::vector<std::pair<tieuchi_log_level, std::string>>;

void write_down(void* to, tieuchi_log_level level, const char* message) { static_cast<lines*>(to)->emplace_back(level, message); }

} // namespace

TEST_CASE("the log is told from a level on, until it is turned off") {
    lines all;
    lines grave;
    tieuchi_error error;
    well(tieuchi_log_set(write_down, &all, TIEUCHI_LOG_TRACE, &error), error);
    const auto first = parse(rules);
    const std::size_t told = all.size();
    CHECK(told > 0);
    for (const auto& [level, message] : all) {
        CHECK(level <= TIEUCHI_LOG_INFO);
        CHECK_FALSE(message.empty());
    }
    well(tieuchi_log_set(write_down, &grave, TIEUCHI_LOG_ERROR, &error), error); // in place of the one before
    const auto second = parse(rules);
    CHECK(all.size() == told);
    CHECK(grave.empty());
    well(tieuchi_log_set(nullptr, nullptr, TIEUCHI_LOG_TRACE, &error), error);
    const auto third = parse(rules);
    CHECK(all.size() == told);
    CHECK(tieuchi_log_set(write_down, &all, TIEUCHI_LOG_CRITICAL + 1, &error) == TIEUCHI_INVALID_ARGUMENT);
    CHECK(std::string(error.message) == "`least` is 6, which is no level of the log");
    CHECK(tieuchi_log_set(write_down, &all, -1, &error) == TIEUCHI_INVALID_ARGUMENT);
    CHECK(std::string(error.help) == "levels go from 0, TIEUCHI_LOG_TRACE, to 5, TIEUCHI_LOG_CRITICAL");
}

} // namespace test_log
