// SPDX-License-Identifier: Apache-2.0
/// \file
/// The whole library, for programs that link nothing of ours: include this in exactly one source file, and the public headers
/// wherever they are needed. Slow to compile, for it contains the grammar; give it a source file of its own.
///
/// Needs the headers of Boost (1.81 or later) and spdlog, and nothing of theirs to link. Include it before anything of spdlog or fmt:
/// unless the program has chosen otherwise, both are used header-only here. Boost.JSON is compiled in as well; a program that compiles or
/// links it already defines TIEUCHI_EXTERNAL_BOOST_JSON.
#pragma once

#if !defined(FMT_HEADER_ONLY) && !defined(FMT_SHARED) && !defined(SPDLOG_COMPILED_LIB)
#define FMT_HEADER_ONLY 1
#endif

#if !defined(TIEUCHI_EXTERNAL_BOOST_JSON)
#include <boost/json/src.hpp>
#endif

#include <tieuchi/impl/assess/assessment.ipp>
#include <tieuchi/impl/assess/fact_text.ipp>
#include <tieuchi/impl/assess/facts.ipp>
#include <tieuchi/impl/assess/questions.ipp>
#include <tieuchi/impl/assess/trace.ipp>
#include <tieuchi/impl/base/date.ipp>
#include <tieuchi/impl/base/decimal.ipp>
#include <tieuchi/impl/base/diagnostic.ipp>
#include <tieuchi/impl/base/labels.ipp>
#include <tieuchi/impl/base/log.ipp>
#include <tieuchi/impl/base/source.ipp>
#include <tieuchi/impl/explain/json.ipp>
#include <tieuchi/impl/explain/text.ipp>
#include <tieuchi/impl/model/comparison.ipp>
#include <tieuchi/impl/model/criteria.ipp>
#include <tieuchi/impl/model/documents.ipp>
#include <tieuchi/impl/model/expression.ipp>
#include <tieuchi/impl/model/facts.ipp>
#include <tieuchi/impl/model/literals.ipp>
#include <tieuchi/impl/model/standard.ipp>
#include <tieuchi/impl/plan/bind.ipp>
#include <tieuchi/impl/plan/lower.ipp>
#include <tieuchi/impl/plan/run.ipp>
#include <tieuchi/impl/population/population.ipp>
#include <tieuchi/impl/rulebook/rulebook.ipp>
#include <tieuchi/impl/syntax/amendment.ipp>
#include <tieuchi/impl/syntax/complaint.ipp>
#include <tieuchi/impl/syntax/criteria.ipp>
#include <tieuchi/impl/syntax/example.ipp>
#include <tieuchi/impl/syntax/expression.ipp>
#include <tieuchi/impl/syntax/facts.ipp>
#include <tieuchi/impl/syntax/file.ipp>
#include <tieuchi/impl/syntax/lexis.ipp>
#include <tieuchi/impl/syntax/parse.ipp>
#include <tieuchi/impl/syntax/recovery.ipp>
#include <tieuchi/impl/syntax/standard.ipp>
#include <tieuchi/impl/syntax/state.ipp>
#include <tieuchi/impl/syntax/words.ipp>
