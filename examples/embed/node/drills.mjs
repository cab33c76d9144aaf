// SPDX-License-Identifier: Apache-2.0
// Asks whether an office is safe from fire.
import { Standard, TieuchiError } from './tieuchi.mjs';

function tell(drilled, answer) {
    const because = answer.because.map((clause) => `, because of ${clause}`);
    const ask = answer.questions.map((question) => `, ask for ${question.fact}`);
    console.log(`${drilled} of 25: ${answer.outcome ?? 'open'}${[...because, ...ask].join('')}`);
}

function run(path) {
    const fireSafety = new Standard(path, 'fire_safety', '2022-11-15');
    try {
        const known = fireSafety.facts();
        try {
            known.setInteger('staff', 25);
            known.setYesNo('plan', true);
            known.setInteger('fires', 0);
            const drilled = fireSafety.slot('drilled');
            for (const count of [18, 17]) {
                known.setIntegerAt(drilled, count);
                tell(count, known.assess());
            }
        } finally {
            known.close();
        }
    } finally {
        fireSafety.close();
    }
}

if (process.argv.length !== 3) throw new Error('usage: node drills.mjs RULES');
try {
    run(process.argv[2]);
} catch (error) {
    if (!(error instanceof TieuchiError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
}
