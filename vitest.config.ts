import { defineConfig } from "vitest/config"

export default defineConfig({
    test: {
        include: ["test/**/*.test.ts"],
        globalSetup: "test/setup.ts",
        setupFiles: ["test/seed.ts"],
        // Vitest leaves one core free by itself, which on a small machine doubles the time.
        maxWorkers: "100%",
        testTimeout: 60_000,
        hookTimeout: 180_000,
        // Fixed here so that no test passes or fails by the place where it runs.
        env: { NO_COLOR: "1" },
    },
})
