/** Keys of the sample; public, so they sign nothing else. */
export const SAMPLE_KEYS: ReadonlySet<string> = new Set([
    "SHA256:PzEB52lkEpH9MnrXOZ4mNGYHRC4O8pzemSaQ9mrZLpo",
    "SHA256:CtAsc8wZ1cuLTAXx5gsbbjExemyhTAOpNOCj4yHdAVk",
])
