// SPDX-License-Identifier: Apache-2.0
// The log, as a host receives it.
#include "support/catch.hpp"
#include "support/rules.hpp"

#include <tieuchi/log.hpp>
#include <tieuchi/spdlog.hpp>

#include <spdlog/sinks/ostream_sink.h>

#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace test_log {

namespace {

/// Something for the log to say.
void load_rules() {
    tests::standard_of("facts { x yes_no } criterion 1 when x outcome met when every criterion is met outcome not_met otherwise");
}

} // namespace

TEST_CASE("the log goes to the receiver that was set last, from a level on") {
    std::vector<std::pair<tieuchi::log_level, std::string>> first;
    std::vector<std::string> second;
    tieuchi::set_log([&](tieuchi::log_level level, std::string_view message) { first.emplace_back(level, message); },
                     tieuchi::log_level::trace);
    load_rules();
    REQUIRE_FALSE(first.empty());
    for (const auto& [level, message] : first) {
        CHECK(level <= tieuchi::log_level::info);
        CHECK_FALSE(message.empty());
    }

    const std::size_t before = first.size();
    tieuchi::set_log([&](tieuchi::log_level /*level*/, std::string_view message) { second.emplace_back(message); },
                     tieuchi::log_level::error);
    load_rules();
    CHECK(first.size() == before);
    CHECK(second.empty()); // nothing so grave

    tieuchi::set_log({});
    load_rules();
    CHECK(first.size() == before);
}

TEST_CASE("what a receiver of the log throws is dropped") {
    tieuchi::set_log([](tieuchi::log_level /*level*/, std::string_view /*message*/) { throw std::runtime_error("full"); },
                     tieuchi::log_level::trace);
    CHECK_NOTHROW(load_rules());
    tieuchi::set_log([](tieuchi::log_level /*level*/, std::string_view /*message*/) { throw 5; }, tieuchi::log_level::trace);
    CHECK_NOTHROW(load_rules());
    tieuchi::set_log({});
}

TEST_CASE("a logger of spdlog receives the log at its own level") {
    std::ostringstream text;
    const auto sink = std::make_shared<spdlog::sinks::ostream_sink_mt>(text);
    const auto logger = std::make_shared<spdlog::logger>("host", sink);
    logger->set_level(spdlog::level::trace);
    tieuchi::log_to(logger);
    load_rules();
    CHECK(text.str().find("[host]") != std::string::npos);

    text.str("");
    logger->set_level(spdlog::level::off);
    tieuchi::log_to(logger);
    load_rules();
    CHECK(text.str().empty());
    tieuchi::log_to(nullptr);
}

} // namespace test_log
