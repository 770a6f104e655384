/** Who holds the focus. Keys that are pressed while it goes elsewhere are lost, so it never leaves a field in use. */

/** True from when a field is entered or typed in until the page is asked for something. */
let isInUse = false

const isField = (element: Element | null): boolean =>
    element !== null && /^(?:INPUT|TEXTAREA|SELECT)$/.test(element.tagName)

/** Follows what is entered, typed and asked for. */
export function watchFields(): void {
    for (const kind of ["focusin", "input"])
        addEventListener(kind, ({ target }) => {
            isInUse = target instanceof Element && isField(target)
        })
    for (const kind of ["submit", "hashchange"])
        addEventListener(
            kind,
            () => {
                isInUse = false
            },
            true,
        )
}

/** Gives the focus to something that appeared, unless somebody has gone on to a field meanwhile. */
export function offerFocus(element: HTMLElement | null): void {
    if (isInUse && isField(document.activeElement)) return
    element?.focus()
}

/**
 * What had the focus may go, as the button that removes an entry goes with it. The focus then stays at its place: in what
 * was around it, or at the title, where nothing of that is left.
 */
export function keepPlace(): void {
    let around: readonly HTMLElement[] = []
    addEventListener("focusin", ({ target }) => {
        around = []
        for (let at = target; at instanceof HTMLElement; at = at.parentElement) around = [...around, at]
    })
    new MutationObserver(() => {
        const [own] = around
        if (own === undefined || own.isConnected || document.activeElement !== document.body) return
        const left = around.find((one) => one.isConnected)
        const place = left?.closest(".sheet > *, .side > *") == null ? document.querySelector<HTMLElement>("h1") : left
        around = []
        if (place === null || place === undefined) return
        if (place.tabIndex < 0) place.tabIndex = -1
        place.focus({ preventScroll: true })
    }).observe(document.body, { childList: true, subtree: true })
}
