/** Every form and every operation of the API, once or so. */
import { fuzzAll } from '#test/fuzzing/fuzz-all.ts'

fuzzAll(700)
