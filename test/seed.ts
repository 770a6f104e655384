import fc from "fast-check"
import { afterAll } from "vitest"
import { clearScratch } from "./cli/run.ts"

// Runs before each file of tests, also where files share their modules.

// Property tests repeat the same cases in every run, so that a build never fails by chance. `SEED=random` explores.
if (process.env.SEED !== "random") fc.configureGlobal({ seed: Number(process.env.SEED ?? 20261121) })

afterAll(clearScratch)
