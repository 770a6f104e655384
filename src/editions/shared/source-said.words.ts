import { grade, NOT_VERIFIED, verifiedOn } from "./routes.words.ts"

/** How far a source is to be trusted, and when it was said and verified. */
export const verificationOf = (letter: string, reported: string | undefined, verified: string | undefined): string =>
    [
        grade(letter),
        reported === undefined || reported === "" ? "来源未注明日期" : reported,
        verified === undefined || verified === "" ? NOT_VERIFIED : verifiedOn(verified),
    ].join("；")
