import { defineConfig } from "vitest/config"

// Tests with a browser, wine, an office program, npm, a shell or a validator of others, and those that take cases through
// both steps or try whole volumes; `npm run test:outside` runs these alone.
const OUTSIDE = ["**/*.outside.test.ts"]

// Tests of whole commands, of what stock tools say, and slow ones; `npm run check` leaves them out.
const WHOLE = ["test/cli/**/*.test.ts", "test/standards/**/*.test.ts", "**/*.slow.test.ts"]

/** Those that put something in the place of a part of the program, which others are not to meet. */
const ALONE = ["test/packet/verify/*.slow.test.ts"]
const OUTSIDE_ALONE = ["test/standards/{sample,reference-case,setting}.outside.test.ts"]
const below = (globs: readonly string[]) => globs.map((glob) => glob.replace(/^\*\*/, "test/**"))

export default defineConfig({
    test: {
        globalSetup: "test/setup.ts",
        // Vitest leaves one core free by itself, which on a small machine doubles the time.
        maxWorkers: "100%",
        testTimeout: 60_000,
        hookTimeout: 180_000,
        // Fixed here so that no test passes or fails by the place where it runs.
        env: { NO_COLOR: "1" },
        projects: [
            {
                extends: true,
                test: {
                    name: "rooms",
                    include: ["test/**/*.test.ts"],
                    exclude: [...WHOLE, ...OUTSIDE],
                    setupFiles: ["test/seed.ts"],
                    // Rooms have no state, so files share what they import: most of the time of these tests was loading.
                    pool: "threads",
                    isolate: false,
                },
            },
            {
                extends: true,
                test: {
                    name: "whole",
                    include: below(WHOLE),
                    exclude: [...ALONE, ...OUTSIDE],
                    setupFiles: ["test/seed.ts"],
                    // The same, in a process, because commands run in the folder where it stands.
                    isolate: false,
                },
            },
            {
                extends: true,
                test: {
                    name: "outside",
                    include: below(OUTSIDE),
                    exclude: OUTSIDE_ALONE,
                    setupFiles: ["test/seed.ts"],
                    // As for whole commands.
                    isolate: false,
                },
            },
            {
                extends: true,
                test: { name: "outside-alone", include: OUTSIDE_ALONE, setupFiles: ["test/seed.ts"] },
            },
            {
                extends: true,
                test: { name: "alone", include: ALONE, setupFiles: ["test/seed.ts"] },
            },
        ],
    },
})
