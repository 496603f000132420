/** A paste is many cells and one edit. @returns to be called for each; `tell` gets the last one of the turn. */
export function oncePerTurn<T = void>(tell: (last: T) => void): (fact: T) => void {
  let isWaiting = false;
  let last: T;
  return (fact) => {
    last = fact;
    if (isWaiting) return;
    isWaiting = true;
    queueMicrotask(() => {
      isWaiting = false;
      tell(last);
    });
  };
}
