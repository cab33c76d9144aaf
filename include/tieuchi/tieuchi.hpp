// SPDX-License-Identifier: Apache-2.0
/// \file
/// The whole public interface.
#pragma once

#include <tieuchi/arrow.hpp>
#include <tieuchi/assessment.hpp>
#include <tieuchi/column_population.hpp>
#include <tieuchi/columns.hpp>
#include <tieuchi/comparison.hpp>
#include <tieuchi/criterion.hpp>
#include <tieuchi/date.hpp>
#include <tieuchi/decimal.hpp>
#include <tieuchi/diagnostic.hpp>
#include <tieuchi/difference.hpp>
#include <tieuchi/document.hpp>
#include <tieuchi/examples.hpp>
#include <tieuchi/explain.hpp>
#include <tieuchi/fact.hpp>
#include <tieuchi/fact_value.hpp>
#include <tieuchi/facts.hpp>
#include <tieuchi/format.hpp>
#include <tieuchi/json.hpp>
#include <tieuchi/labels.hpp>
#include <tieuchi/limits.hpp>
#include <tieuchi/log.hpp>
#include <tieuchi/population.hpp>
#include <tieuchi/progress.hpp>
#include <tieuchi/quota.hpp>
#include <tieuchi/result.hpp>
#include <tieuchi/rulebook.hpp>
#include <tieuchi/source.hpp>
#include <tieuchi/standard.hpp>
#include <tieuchi/typed_facts.hpp>
#include <tieuchi/value.hpp>
