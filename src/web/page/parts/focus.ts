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
