// SPDX-License-Identifier: Apache-2.0
#include "standards.hpp"

#include "stop.hpp"

#include <tieuchi/rulebook.hpp>
#include <tieuchi/source.hpp>

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

namespace bench {

namespace {

using namespace std::chrono_literals;

tieuchi::standard only_standard(const tieuchi::result<tieuchi::rulebook>& rules) {
    if (!rules) { stop(to_string(rules.error())); }
    const auto found = rules->standard("regime", {.on = 2022y / 11 / 15});
    if (!found) { stop(to_string(found.error())); }
    return *found;
}

/// Of 15 criteria, 10 are items, 3 thresholds and 2 deductions.
constexpr std::string_view mix = "iitiidiitiidiit";

} // namespace

tieuchi::standard regime() { return only_standard(tieuchi::rulebook::load(TIEUCHI_SOURCE_DIR "/bench/columns/regime.tieuchi")); }

tieuchi::standard generated_regime(std::int64_t criteria) {
    std::string facts;
    std::string rules;
    std::int64_t points = 0;
    for (std::int64_t i = 0; i < criteria; ++i) {
        const std::string n = std::to_string(i);
        rules += "criterion " + n + " ";
        switch (mix[static_cast<std::size_t>(i) % mix.size()]) {
        case 'i':
            facts += "item_" + n + " yes_no ";
            rules += "2 points when item_" + n + "\n";
            points += 2;
            break;
        case 't':
            facts += "measure_" + n + " count ";
            rules += "scale measure_" + n + " { >= 75: 5 points, >= 55: 3 points, otherwise 0 }\n";
            points += 5;
            break;
        default:
            facts += "events_" + n + " count ";
            rules += "10 points less 2 per events_" + n + "\n";
            points += 10;
            break;
        }
    }
    const std::string text =
        "document \"1/2022/BENCH\" { title en \"Made up, to be measured\" status illustrative in force from 2022-01-01 }\n"
        "standard regime for agency { points " +
        std::to_string(points) + "\nfacts { " + facts + " veto_1 yes_no veto_2 yes_no }\n" + rules +
        "classes by total { excellent >= " + std::to_string(points * 9 / 10) + ", good >= " + std::to_string(points * 8 / 10) +
        ", fair >= " + std::to_string(points * 65 / 100) +
        ", weak otherwise }\nat most good when veto_1\nat most fair when veto_2\n}\n";
    return only_standard(tieuchi::rulebook::parse({std::make_shared<const tieuchi::source>("generated.tieuchi", text)}));
}

} // namespace bench
