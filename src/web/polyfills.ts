// What the core uses and Chromium 88 lacks.
import "core-js/stable/array/at"
import "core-js/stable/array/find-last"
import "core-js/stable/array/to-reversed"
import "core-js/stable/array/to-sorted"
import "core-js/stable/object/has-own"
import "core-js/stable/string/at"
import "core-js/stable/typed-array/at"
