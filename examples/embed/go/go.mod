// SPDX-License-Identifier: Apache-2.0
module example/drills

go 1.18
