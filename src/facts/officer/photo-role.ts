/** What an identity photo shows. */
export type PhotoRole = "front" | "back" | "holding"

/** Name of an identity image in its folder. */
export function identityImageName(ref: string, role: PhotoRole): string {
    return `${ref}-id-${role}.jpg`
}

const ROLE_WORDS: readonly (readonly [PhotoRole, RegExp])[] = [
    ["holding", /手持|手拿|自拍|holding|selfie|in-?hand/i],
    ["front", /正面|正反面|front/i],
    ["back", /反面|背面|back/i],
]

/**
 * Which of the three identity photos a file name tells; `undefined` when it tells none, or both sides at once.
 * 手持 comes first: a photo of a person holding the card usually shows its front, and is named so.
 */
export function photoRole(name: string): PhotoRole | undefined {
    const [first, ...others] = ROLE_WORDS.filter(([, words]) => words.test(name)).map(([role]) => role)
    if (first === "holding") return first
    return others.length === 0 ? first : undefined
}
