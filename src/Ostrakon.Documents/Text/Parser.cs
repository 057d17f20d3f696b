using System.Runtime.CompilerServices;
namespace Ostrakon.Documents.Text;

/// <summary>Builds the dependency tree of a tagged sentence from left to right, by the arc-hybrid transition system (Kuhlmann,
/// Gómez-Rodríguez and Satta 2011): shift the next word on the stack, or take the top word off the stack as a dependent of the next word
/// (left) or of the word under it (right). One linear model chooses the transition, another names the relation. Immutable; the scratch
/// is the caller's.</summary>
sealed class Parser(LinearModel transitions, LinearModel relations)
{
    public const int Shift = 0, Left = 1, Right = 2, Transitions = 3;

    public LinearModel TransitionModel => transitions;
    public LinearModel RelationModel => relations;

    /// <summary>Parses the sentence that the state holds; each word takes at most two transitions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Parse(ParserState state)
    {
        Span<ulong> features = stackalloc ulong[ParserFeatures.TransitionCount];
        Span<ulong> arcFeatures = stackalloc ulong[ParserFeatures.RelationCount];
        Span<int> scores = stackalloc int[transitions.Classes];
        Span<int> names = stackalloc int[relations.Classes];
        while (!state.IsFinal)
        {
            var move = state.OnlyMove;
            if (move < 0)
            {
                ParserFeatures.Transition(state, features);
                transitions.Score(features, scores);
                move = Best(state, scores);
            }
            if (move == Shift)
            {
                state.Shift();
                continue;
            }
            var (head, word) = state.ArcOf(move);
            ParserFeatures.Relation(state, head, word, arcFeatures);
            relations.Score(arcFeatures, names);
            state.Attach(move, (Relation)LinearModel.Best(names));
        }
    }

    static int Best(ParserState state, ReadOnlySpan<int> scores)
    {
        var best = -1;
        for (var move = 0; move < Transitions; move++)
            if (state.Allows(move) && (best < 0 || scores[move] > scores[best])) best = move;
        return best;
    }
}
