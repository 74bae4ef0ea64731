/**
 * What was made of a key is given again for the same key, for as long as the process runs; of many, the one that was
 * made first is forgotten. For what is costly to make, is never changed, and depends on its key alone.
 */
export function onceEach<Value>(make: (key: string) => Value, most = 16): (key: string) => Value {
  const made = new Map<string, Value>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const value = make(key)
    if (made.size >= most) made.delete(made.keys().next().value as string)
    made.set(key, value)
    return value
  }
}
