// SPDX-License-Identifier: Apache-2.0
/// \file
/// Rules with every construct of dsl/grammar.ebnf, in their canonical layout. Only their syntax makes sense.
#pragma once

#include <string>

namespace format_tests {

inline const std::string documents = R"(# Which stand before everything.
document "1" {
    title vi "Một" en "One"
    issuer "Nobody"
    status illustrative
    in force from 2020-01-01 to 2030-01-01
    replaces "0"
    amends "\"0\""
    place "Bắc Ninh"
    source "nowhere"
    note "Made up"
    facts {
        a count
    }
}

part of "1"
)";

inline const std::string facts_of_all_types = R"(
standard s for k, l {
    title "S"
    cite "1" 2.đ, IV.2
    note "n"
    window 11-16 .. 11-15 cite 1
    decide before 11-20 by "who" cite 2
    not subject when a = 0 "no a" cite 3
    not assessed when a = 1
    refer to vi "họ" en "them" when total < 50 cite 4
    points 100 up to 110 cite 5
    total rounded to 0.5 half even cite 6
    not applicable counts as full
    not applicable is left out cite 7
    not applicable is rescaled
    places may only add cite 8
    reading r one of (x en "X", y) default x "which" cite 9

    facts {
        b yes_no by 03-31 "B" ask vi "B?" evidence "paper" cite 1
        c count at least 1 at most a at most 9 only for k, l
        d number scale 2 at most 9.5 from sum of e + 1 over (k, l) where b
        e percent from mean of points of 7.3 over (k) rounded to 0.1 half up
        f date
        g one of (x, y "Y")
        h ordered one of (low, high)
        i count from count of (k) where outcome is met
        j number from least of total over (k)
        m number from greatest of f over (k)
        n = a per 1000 (b + c) rounded to 0.01 down "N" cite 2
        o = low when a = 0, high when a > 3 and b, otherwise middle
        p = a per previous c
        q = f + 6 months - 3 days - 1 years
    }
)";

inline const std::string criteria = R"(
    criterion 1 "One" only where b when a != 2 * c unless not (b or d >= 1) needs judgement note "n" cite 1
    criterion 2 all of {
        a any of {
            i when g is x
            ii when g is not y
        }
        b none of {
            i when g in (x, y)
            đ when g not in (x, y)
        }
        c at least 1 of {
            i when previous a <= 70% of (a - b)
        }
    } cite 2
    criterion 3 same as t 2.a, 2.b
    criterion 4 same as 2
    criterion 5 5 points when a, 3 points when b, 1 when c, otherwise 0
    criterion 6 10 points all of {
        a when b
    } rounded to 0.1 up
    criterion 7 10 points in proportion to a of b
    criterion 8 20 points less 4 per a + b down to 2
    criterion 9 40 points {
        a up to 15 points judged step 0.5
        b scale a of b { >= 50%: 10 points, > 20%: 5, otherwise 0 points }
        c scale c { <= 3: 1 point, < 9: 2, otherwise 0 }
        d up to 5 points judged as order step 0.5
        e up to 5 points judged as hygiene
    }
    criterion 10 {
        a plus 1 when a
        b plus 1 point per c up to 3
        c minus 2 when not a
        d minus 2 points per c up to 4
    }
    criterion 11 sum of {
        a least of {
            i 1 point when a
        }
        b up to 5 points greatest of {
            i 1 point when a
        }
        c 1 point mean of {
            i 1 point when a
        }
    }
    outcome best "Best" when every criterion is met or every criterion at least 50% cite 1
    outcome good when criterion 2.a is met and criterion 3 is not met
    outcome fair when count of criteria met in 2 > 1 and count of criteria met >= 2
    outcome poor when outcome of t is good or outcome of u of parent is bad
    outcome none_at_all otherwise cite 2
    classes by total {
        gold "Gold" >= 90 + a,
        silver >= 70,
        lead otherwise cite 1
    } cite 3
    at most silver when points of 5 < 3 "low" cite 1
    at least lead when f < 2020-01-01
    exactly gold when c >= 12.5%
    quota gold at most 20% of silver or better highest total + a first fewer than 5 at most 1 cite 4
    quota silver at most 50% of all
}
)";

inline const std::string amendments_and_examples = R"(
amend s {
    note "n"
    add criterion 12 when b
    add not subject when b
    add at most lead when b
    add reading v one of (x, y) default y
    replace criterion 1 when b
    replace outcome best otherwise
    replace classes by total {
        gold otherwise
    }
    replace points 90 up to 95 cite 1
    replace window 01-01 .. 12-31
    replace decide before 02-01 by "them"
    repeal criterion 2, 3
    facts {}
}

example "an example" for s {
    on 2022-11-15
    place "Bắc Ninh"
    reading r is y
    given { kind k, b yes, previous d -12.5, e 5%, f 2020-01-01 }
    given {}
    expect outcome gold
    expect outcome in (gold, lead)
    expect total -1.5 to 80
    expect because 2.a, 3
    expect criterion 1 is met
    expect criterion 1 is not met
    expect criterion 1 is unknown
    expect criterion 1 is not applicable
    expect points of 5 is 3
}
# The end.
)";

inline const std::string everything = documents + facts_of_all_types + criteria + amendments_and_examples;

} // namespace format_tests
