// SPDX-License-Identifier: Apache-2.0
/// \file
/// The objects behind the C handles; assessments are in assessment.hpp.
#pragma once

#include "tieuchi.h"

#include <tieuchi/column_population.hpp>
#include <tieuchi/columns.hpp>
#include <tieuchi/diagnostic.hpp>
#include <tieuchi/facts.hpp>
#include <tieuchi/population.hpp>
#include <tieuchi/rulebook.hpp>
#include <tieuchi/standard.hpp>

#include <optional>
#include <string>
#include <vector>

struct tieuchi_diagnostics {
    tieuchi::diagnostics list;
};

/// With the lists that a rulebook returns by value, kept so that C can borrow them.
struct tieuchi_rulebook {
    tieuchi::rulebook rules;
    std::vector<std::string> standards = rules.standard_names();
    std::vector<std::string> kinds = rules.kinds();
    std::vector<tieuchi::document> documents = rules.documents();
};

struct tieuchi_standard {
    tieuchi::standard value;
};

struct tieuchi_standards {
    std::vector<tieuchi_standard> list;
};

struct tieuchi_facts {
    tieuchi::standard standard;
    tieuchi::facts value{standard};
    tieuchi::facts baseline{standard}; ///< what is known before any fact is set, such as the kind if there is only one
};

struct tieuchi_scratch {
    tieuchi::scratch work;
};

struct tieuchi_columns {
    tieuchi::column_assessor assessor;
};

struct tieuchi_population {
    tieuchi::population value;
};

struct tieuchi_column_population {
    std::optional<tieuchi::column_population> value; ///< empty once assessed
};
