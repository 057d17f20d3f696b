using Ostrakon.Documents.Text;

namespace Ostrakon.TrainText;

/// <summary>Trains the parser with a dynamic oracle (Goldberg and Nivre 2013): the state goes where the model leads it, mistakes included,
/// and the oracle says which transitions still lose no gold arc.</summary>
static class ParserTraining
{
    public static Parser Train(IReadOnlyList<TreebankSentence> sentences, byte[][] tags, int epochs, int mostTransitionWeights, int mostRelationWeights)
    {
        var transitions = new Perceptron(Parser.Transitions, atOnce: true);
        var relations = new Perceptron(Relations.Count, atOnce: true);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var random = new Random(20261123);
        var shapes = new WordShapes();
        var state = new ParserState();
        var features = new ulong[ParserFeatures.TransitionCount];
        var arcFeatures = new ulong[ParserFeatures.RelationCount];
        var scores = new float[Parser.Transitions];
        var names = new float[Relations.Count];
        var costs = new int[Parser.Transitions];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            var mistakes = 0;
            foreach (var s in order)
            {
                var gold = sentences[s];
                shapes.Look(gold.Text, gold.Words);
                state.Begin(shapes, tags[s]);
                while (!state.IsFinal)
                {
                    ParserFeatures.Transition(state, features);
                    transitions.Score(features, scores);
                    int given = -1, best = -1, cheapest = int.MaxValue;
                    for (var move = 0; move < Parser.Transitions; move++)
                    {
                        if (!state.Allows(move)) continue;
                        costs[move] = Cost(state, gold.Heads, move);
                        if (given < 0 || scores[move] > scores[given]) given = move;
                        if (costs[move] < cheapest || (costs[move] == cheapest && scores[move] > scores[best])) (best, cheapest) = (move, costs[move]);
                    }
                    var wrong = costs[given] > cheapest;
                    if (wrong)
                    {
                        transitions.Update(features, best, given);
                        mistakes++;
                    }
                    var next = wrong && (epoch == 0 || random.NextDouble() < 0.1) ? best : given;
                    if (next == Parser.Shift)
                    {
                        state.Shift();
                        continue;
                    }
                    var (head, word) = state.ArcOf(next);
                    ParserFeatures.Relation(state, head, word, arcFeatures);
                    relations.Score(arcFeatures, names);
                    var name = TaggerTraining.Best(names);
                    if (gold.Heads[word] == head && name != (int)gold.Relations[word])
                        relations.Update(arcFeatures, (int)gold.Relations[word], name);
                    state.Attach(next, (Relation)name);
                }
            }
            Console.Error.WriteLine($"parser epoch {epoch + 1}: {mistakes} mistakes, {transitions.Rows} + {relations.Rows} rows");
        }
        return new(transitions.Average(mostTransitionWeights), relations.Average(mostRelationWeights));
    }

    /// <summary>How many gold arcs, still possible before the transition, no longer are after it.</summary>
    static int Cost(ParserState state, int[] heads, int move)
    {
        int next = state.Next, top = state.Stack(0), cost = 0;
        if (move == Parser.Shift)
        {
            // The next word goes on the stack: it can no longer have a dependent there, nor a head below the top.
            for (var i = 0; i < state.Depth; i++)
            {
                var word = state.Stack(i);
                if (heads[word] == next || (i > 0 && heads[next] == word)) cost++;
            }
            return cost;
        }
        // The top leaves the stack: it loses its dependents in the buffer and every head but the one it gets.
        var head = move == Parser.Left ? next : state.Stack(1);
        for (var word = next; word < state.Count; word++)
            if (heads[word] == top) cost++;
        if (heads[top] != head && (heads[top] >= next || heads[top] == state.Stack(1))) cost++;
        return cost;
    }
}
