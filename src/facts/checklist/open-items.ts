import { type Issue, issue } from "../../base/issue.ts"
import type { Checklist } from "./checklist.ts"

/**
 * What is open in a checklist, each as its own finding: an error where it stops everything, a warning where it stops
 * the images of the police ID alone. Missing photos are the photo folder's business.
 *
 * @param file - What messages call the officer data.
 */
export function openItems(checklist: Checklist, file: string): Issue[] {
    const conditions = checklist.conditions
        .filter(({ met }) => !met)
        .map(({ id, lacking, stops, fields }) =>
            issue(
                "request.condition.open",
                [file, ...fields],
                { condition: id, lacking: lacking.join(",") },
                stops === "everything" ? "error" : "warning",
            ),
        )
    const leaves = checklist.items.flatMap((item) =>
        item.leaves
            .filter(({ state, kind }) => state === "missing" && kind !== "photo")
            .map((leaf) =>
                issue("request.leaf.missing", [file, ...(leaf.blankFields[0]?.split(".") ?? [])], {
                    item: item.label,
                    leaf: leaf.label,
                    fields: leaf.blankFields.join("、"),
                }),
            ),
    )
    const [first] = checklist.identityLacks
    const withheld =
        first === undefined
            ? []
            : [
                  issue(
                      "request.identity.withheld",
                      [file, first === "identity-approval" ? "identityApproval" : "exportAssessment"],
                      { lacking: checklist.identityLacks.join(",") },
                      "warning",
                  ),
              ]
    return [...conditions, ...leaves, ...withheld]
}
