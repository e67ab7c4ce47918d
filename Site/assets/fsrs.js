// When to show a card again: FSRS-6, the Free Spaced Repetition Scheduler, with its default weights and without random spread.
//
// Published by Jarrett Ye and others (open-spaced-repetition); tested against the reference implementation on random histories.
// A card is { state, step, stability, difficulty, due, last }: stability is the days after which nine in ten would still remember,
// difficulty runs from 1 to 10, times are milliseconds. Ratings: 1 forgotten, 2 hard, 3 good, 4 easy.
"use strict";
(() => {
  const w = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014,
    1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ];
  const minute = 60_000;
  const day = 86_400_000;
  const steps = { learning: [minute, 10 * minute], relearning: [10 * minute] };
  const decay = -w[20];
  const factor = 0.9 ** (1 / decay) - 1;
  const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

  const retrievability = (card, now) => {
    if (!card.last || !card.stability) return 0;
    const days = Math.max(0, Math.floor((now - card.last) / day));
    return (1 + (factor * days) / card.stability) ** decay;
  };

  // Halves go to the even number, as in the reference.
  const rounded = (value) => {
    const floor = Math.floor(value);
    const rest = value - floor;
    return rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
  };

  const days = (stability, retention, longest) =>
    clamp(rounded((stability / factor) * (retention ** (1 / decay) - 1)), 1, longest);

  const firstDifficulty = (rating) => w[4] - Math.exp(w[5] * (rating - 1)) + 1;

  const nextDifficulty = (difficulty, rating) => {
    const damped = difficulty + ((10 - difficulty) * -(w[6] * (rating - 3))) / 9;
    return clamp(w[7] * firstDifficulty(4) + (1 - w[7]) * damped, 1, 10);
  };

  const sameDay = (stability, rating) => {
    const growth = Math.exp(w[17] * (rating - 3 + w[18])) * stability ** -w[19];
    return stability * (rating > 1 ? Math.max(growth, 1) : growth);
  };

  const forgotten = ({ difficulty, stability }, recall) =>
    Math.min(
      w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1) * Math.exp((1 - recall) * w[14]),
      stability / Math.exp(w[17] * w[18]),
    );

  const remembered = ({ difficulty, stability }, recall, rating) =>
    stability *
    (1 +
      Math.exp(w[8]) *
        (11 - difficulty) *
        stability ** -w[9] *
        (Math.exp((1 - recall) * w[10]) - 1) *
        (rating === 2 ? w[15] : 1) *
        (rating === 4 ? w[16] : 1));

  const memory = (card, rating, now) => {
    if (card.stability === null) return [w[rating - 1], clamp(firstDifficulty(rating), 1, 10)];
    let stability;
    if (card.last && Math.floor((now - card.last) / day) < 1) stability = sameDay(card.stability, rating);
    else {
      const recall = retrievability(card, now);
      stability = rating === 1 ? forgotten(card, recall) : remembered(card, recall, rating);
    }
    return [Math.max(stability, 0.001), nextDifficulty(card.difficulty, rating)];
  };

  // Where the card goes from here: a short step, or a number of days.
  const place = (card, rating, whole) => {
    if (card.state === "review") {
      return rating === 1 ? { state: "relearning", step: 0, wait: steps.relearning[0] } : { state: "review", step: null, wait: whole };
    }
    const ladder = steps[card.state];
    const isLast = card.step + 1 >= ladder.length;
    if (rating === 4 || (rating === 3 && isLast)) return { state: "review", step: null, wait: whole };
    if (rating === 3) return { state: card.state, step: card.step + 1, wait: ladder[card.step + 1] };
    if (rating === 1) return { state: card.state, step: 0, wait: ladder[0] };
    let wait = ladder[card.step];
    if (card.step === 0) wait = ladder.length === 1 ? ladder[0] * 1.5 : (ladder[0] + ladder[1]) / 2;
    return { state: card.state, step: card.step, wait };
  };

  const review = (card, rating, now, { retention = 0.9, longest = 36500 } = {}) => {
    const [stability, difficulty] = memory(card, rating, now);
    const { state, step, wait } = place(card, rating, days(stability, retention, longest) * day);
    return { state, step, stability, difficulty, due: now + wait, last: now };
  };

  const fresh = (now) => ({ state: "learning", step: 0, stability: null, difficulty: null, due: now, last: null });

  globalThis.tamraFSRS = { fresh, review, retrievability };
})();
