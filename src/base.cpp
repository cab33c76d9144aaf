// SPDX-License-Identifier: Apache-2.0
// Compiles what every stage uses: texts, places in them, problems, decimals, dates, the log.
#include <tieuchi/impl/base/date.ipp>
#include <tieuchi/impl/base/decimal.ipp>
#include <tieuchi/impl/base/diagnostic.ipp>
#include <tieuchi/impl/base/labels.ipp>
#include <tieuchi/impl/base/log.ipp>
#include <tieuchi/impl/base/source.ipp>
