import fc from "fast-check"

// Property tests repeat the same cases in every run, so that a build never fails by chance. `SEED=random` explores.
if (process.env.SEED !== "random") fc.configureGlobal({ seed: Number(process.env.SEED ?? 20261121) })
