// SPDX-License-Identifier: Apache-2.0
// What any number of threads may do at once, done by eight: every function, on handles that they share wherever the header allows it.
#include "source_dir.hpp"
#include "walk.hpp"

#include <fstream>
#include <sstream>
#include <thread>

namespace test_threads {

using namespace tests::c;

TEST_CASE("eight threads call every function, and each is told what one alone is told") {
    const shared_handles shared;
    const std::string alone = walk(shared);
    CHECK(alone.size() > 10'000);
    CHECK(walk(shared) == alone);
    std::vector<int> right(8);
    std::vector<std::thread> threads;
    for (int& one : right) {
        threads.emplace_back([&] {
            for (int turn = 0; turn < 20; ++turn) { one += walk(shared) == alone ? 1 : 0; }
        });
    }
    for (auto& one : threads) { one.join(); }
    CHECK(right == std::vector<int>(8, 20));
}

TEST_CASE("the walk leaves no function out") {
    const auto text_of_file = [](const std::string& path) {
        std::ifstream file(TIEUCHI_SOURCE_DIR "/" + path);
        REQUIRE(file);
        std::ostringstream all;
        all << file.rdbuf();
        return all.str();
    };
    // The functions that give back are called by the handles' own types.
    const std::string called = text_of_file("tests/capi/walk.cpp") + text_of_file("tests/capi/handles.hpp");
    std::istringstream baseline(text_of_file("tests/capi/interface.txt"));
    std::vector<std::string> left_out;
    int functions = 0;
    for (std::string line; std::getline(baseline, line);) {
        const auto end = line.find('(');
        if (end == std::string::npos || line.starts_with("typedef")) { continue; } // a type, a number or the place of a member
        const auto begin = line.find_last_of(" *", end) + 1;
        const std::string name = line.substr(begin, end - begin);
        ++functions;
        if (called.find(name + "(") == std::string::npos && called.find(name + ">") == std::string::npos) {
            left_out.push_back(name);
        }
    }
    CHECK(left_out == std::vector<std::string>{});
    CHECK(functions > 100);
}

} // namespace test_threads
